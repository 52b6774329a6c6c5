"""The verbs: one function for each thing a user can ask.

In: a Workspace (or nothing but texts) and plain arguments. Out: records, or a small result.
May import: all trades and below; it is the only room that sees several trades.
To add one: a module with one public function and one transaction; a door that calls it.
Doors import these modules when a command needs them, so that ``--help`` stays fast.
"""
