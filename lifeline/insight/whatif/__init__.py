"""What would have to change for an idea to reach a target: the smallest sets of answers that do.

A *move* gives one question one definite answer. A *plan* is a set of moves that reaches the target
and of which no part does. A *hurdle* is what stands in the way: a cap below the months, a finding
that the gate looks at, a score that is too low. Each hurdle depends on few questions, and a plan
moves one of these: that is what makes looking through all plans quick.
"""
