"""LanguageTool's protocol, so that the clients that people have already show Seguito's second look.

It answers programs on this machine and browsers' extensions; a web page is refused. Form: LanguageTool's public HTTP
API, version 1.
"""
