"""The rules themselves, as data: one TOML file for each instrument, no arithmetic."""

__all__: list[str] = []
