"""What the screens say, as functions that lay lines out; none of them draws, reads or waits."""
