"""The parts of the table. Each gives its sections: a title, and lines measured when asked for."""
