"""Speed and memory, each beside a named peer or limit, in one run, as a ratio."""
