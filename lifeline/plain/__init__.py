"""The plain walker: questions and answers as text that only ever grows.

For screen readers, pipes, dumb terminals, and whoever likes it better.
"""
