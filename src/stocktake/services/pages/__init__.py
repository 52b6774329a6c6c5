"""What the pages of the web application show: one function a page, each a frozen record.

In: a Shown (one stock, opened once and looked at often) and what the reader asks for.
Out: frozen dataclasses with names instead of ids, which templates and the HTTP API both show.
May import: other services and below. Nothing here knows of HTTP, of roles, or of HTML.
To add one: a module with one public function; a route and a template in ``web``.
"""
