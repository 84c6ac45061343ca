"""Scripts that the Python with the installed wheel runs, to time steps inside of one process."""
