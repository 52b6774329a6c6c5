"""Those who use the application: accounts, how they sign in, and the log of what they did.

In: a Store, what a door was told, and the moment (*now*), so that tests need no clock.
Out: Accounts and tokens; a token is told once and kept as a hash.
May import: other services and below. Every change is logged in the transaction that makes it.
To add a way to sign in: a module beside ``signing_in`` that ends in ``sessions.begin``.
"""
