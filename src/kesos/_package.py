"""What lies in a package of kesos: its files, and the names that its stub shows, each loaded when it is first used.

A face is one list, the lines `from module import name as name` of its `__init__.pyi`. Type checkers read it as a stub,
so that a name which is not in it is an error there; at run time names are looked up by it. Files are read through the
package's loader, which works from a folder and from a zip, and costs less to import than `importlib.resources`.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any, cast

BY_NAME_ONLY = "# by name only"
"""At the end of a line of a stub: the name is not in `__all__`, since loading it needs an extra."""


def read_file(package: str, name: str) -> bytes:
    """The content of a file that lies beside a package's `__init__`.

    >>> b"format = 1" in read_file("kesos.rules", "pedum_2003.toml")
    True
    """
    spec = cast(Any, import_module(package).__spec__)
    return cast(bytes, spec.loader.get_data(f"{spec.submodule_search_locations[0]}/{name}"))


def requirements_of(extra: str, *libraries: str) -> tuple[str, ...]:
    """What an extra of kesos needs, as pip takes it; where kesos lies about without having been installed, `libraries`.

    It is named itself, since nobody who has kesos from a wheel can install `kesos[extra]` from anywhere.

    >>> requirements_of("testing", "hypothesis")[0].startswith("hypothesis")
    True
    """
    from importlib.metadata import PackageNotFoundError, requires

    try:
        declared = requires("kesos") or []
    except PackageNotFoundError:
        declared = []
    split = [line.replace("'", '"').partition(";") for line in declared]
    return tuple(need.strip() for need, _, when in split if f'extra == "{extra}"' in when) or libraries


@cache
def _lines(package: str) -> tuple[tuple[str, str, str], ...]:
    """What a package's stub re-exports: the name, the module that it comes from, and the rest of the line."""
    stub = read_file(package, "__init__.pyi").decode("utf-8").splitlines()
    words = (line.split(maxsplit=6) for line in stub if line.startswith("from "))
    return tuple((each[3], each[1], "".join(each[6:])) for each in words if each[4:5] == ["as"])


def homes(package: str) -> dict[str, str]:
    """Every name that a package shows, with the module that it comes from.

    >>> homes("kesos")["Quantity"], homes("kesos")["standards"]
    ('kesos.values', 'kesos')
    """
    return {name: home for name, home, _rest in _lines(package)}


def look_up(package: str, name: str) -> Any:
    """A name of a package's face, or its `__all__`; found once, it is the package's own from then on.

    Raises:
        AttributeError: The package shows no such name.
    """
    module = sys.modules[package]
    if name == "__all__":
        shown = [each for each, _home, rest in _lines(package) if rest != BY_NAME_ONLY]
        value: Any = sorted(shown, key=lambda each: (not each.isupper(), each.islower(), each))  # as Ruff sorts others
    else:
        home = homes(package).get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=module)
        value = import_module(f"{package}.{name}") if home == package else getattr(import_module(home), name)
    setattr(module, name, value)
    return value


def names(package: str) -> list[str]:
    """What `dir` of a package answers.

    >>> "entitle" in names("kesos")
    True
    """
    return sorted({*vars(sys.modules[package]), *homes(package), "__all__"})
