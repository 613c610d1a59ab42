"""Files that are text as they stand: plain, Markdown, tables written as text, XML and subtitles."""
