"""Dateline: how often themes occur in a folder of news articles, across dates.

files -> sources -> articles -> themes -> stats -> charts -> notebooks -> reports
"""

import lazy_loader

# Each name is loaded when it is first used: `dateline --help` need not wait for pandas.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
