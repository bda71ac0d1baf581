"""The version of the library, said once: packaging reads it, `kesos.__version__` is it, and every record names it."""

__version__ = "0.1.0"
