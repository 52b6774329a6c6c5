"""Small good files of each format that is text, all about invented countries."""

from __future__ import annotations

from tests.readers.contract import Sample
from tests.readers.words import listed, p, styled, t, table, word_file

LAID_OUT = """\
United Nations                                              A/99/7
General Assembly                                  Distr.: General

Freedonia

       I. Introduction
          1.     The Working Group on the rights of travellers met from 4 to 15 November
          and heard the delegation of Freedonia, which was headed by its Minister of
          Travel.1 It adopted the report.
             (a)    A national report was submitted by the Government, in accordance
          with paragraph 15;
             (b)    A compilation was prepared.
          2.     Ruritania urged Freedonia to follow up on the recommendations of the com-

17-12345 (E)
\f                                                                   A/99/7


          mittee2 without delay, and to report to the Assembly at its next session on the
          follow-up and on what else was done by the committee.
          3.     Sylvania agreed.3

Notes
      1  See the statement of the Minister.
      2  A/99/3, para. 4.
      3
         Ibid., para. 5.

2
\f                                                                   A/99/7

          4.     The meeting closed.



                                                                               3
"""
MARKDOWN = """\
---
title: "Views of Freedonia"
---

# A *big* title

Freedonia **supports** [the draft](http://example.org/a(b)) &amp; `more`.[^1] It is a line
of prose that goes on.

**From:** Freedonia
**To:** the Chair

[^1]: A note with *words*.

- a. Keep families together
- plain item
  1. one
  2. two

> Quoted words
> go on.

| Name | Share |
|------|-------|
| A \\| B | 10 |
|      | 1 |

<div>Marked <b>up</b> &lt;words&gt;</div>

```
fenced
```
"""
PAGE = """\
<!DOCTYPE html><html><head><meta charset="utf-8"><title>Site | Views</title>
<style>p {color: red}</style><script>alert("scripted")</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/a">About us</a></li></ul></nav>
<main><h1>Views of Freedonia</h1>
<p>Freedonia <b>supports</b> the draft.<sup id="r1"><a href="#fn1">1</a></sup> It also
thanks Ruritania.</p><p style="display:none">unseen</p><!-- remark -->
<ol type="a" start="3"><li>Third<ul><li>Inner</li></ul></li><li><p>Fourth</p><p>more</p></li></ol>
<table><tr><th>Name</th><th>Share</th></tr><tr><td rowspan="2">A</td><td>1</td></tr>
<tr><td>2</td></tr></table>
<table><tr><td>Arranged words</td></tr></table>
<blockquote><p>Quoted &amp; kept</p></blockquote>
One line<br>goes on.<br>Next line.<br><br>New paragraph
<ol><li id="fn1">A note. <a href="#r1">↩</a></li></ol></main>
<footer>Copyright of the site</footer></body></html>
"""
NOTE_MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
WORD_BODY = "".join([
    styled("Views of Freedonia", "Title"),
    styled("Introduction......1", "TOC1"),
    styled("Introduction", "H1"),
    styled("Further down", "H2"),
    p(t("Freedonia supports the draft.") + NOTE_MARK + t(" Yes.")),
    styled("Twelfth", "Numbered"),
    listed("Inner", 1, 1),
    listed("Inner again", 1, 1),
    listed("Thirteenth", 1),
    listed("With a bullet", 2),
    listed("From one again", 3),
    styled("Quoted words", "Q"),
    table("Name | Share", "A | 1"),
    p('<w:r><w:br w:type="page"/></w:r>' + t("On page two")),
])  # fmt: skip

MANY_SCRIPTS = "Né à Freedonia.\n\nЗаявление делегации.\n这是一个\n测试。\n\nبيان الوفد.\n"

TEXT_SAMPLES = [
    Sample(
        "laid-out.txt", LAID_OUT.encode(), ("follow up on the recommendations of the committee",)
    ),
    Sample(
        "lines.txt", "Né à Freedonia.\n\nЗаявление делегации.\n这是一个\n测试。".encode(), ("测试",)
    ),
]
MARKDOWN_SAMPLES = [
    Sample("views.md", MARKDOWN.encode(), ("Freedonia supports the draft & more. It is a line",)),
    Sample("converted.md", f"# Title\n\n{LAID_OUT}".encode(), ("Sylvania agreed.",)),
]
PAGE_SAMPLES = [
    Sample("views.html", PAGE.encode(), ("Freedonia supports the draft. It also thanks",))
]
WORD_SAMPLES = [Sample("views.docx", word_file(WORD_BODY), ("Freedonia supports the draft. Yes.",))]
