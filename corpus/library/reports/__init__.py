"""Reports, citations and exports.

- ``export_request`` is what is asked for; ``exporting`` writes it, ``leaving`` shows it first. ``reporting`` builds
  reports: ``report_items``, ``article_report``, ``audit_report``, ``found_places``, ``review``, ``comparisons``.
- Drafts: ``beginning`` (``templates``, ``example``), ``drafting``, ``draft_request``, ``draft_quotes``, ``pictures``.
- References: ``citing``, ``references``, ``own_words``, ``locating``; ``proofreading`` before, ``renewing`` after
  an editing elsewhere.
- Other ways out: ``copying``, ``printing``, ``original_copy``, ``pack_making``.
"""
