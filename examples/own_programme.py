"""Program kabupaten sendiri sebagai berkas (karangan): siapa sasarannya, berapa setahun, dan bersama program lain apa.

Jalankan: python examples/own_programme.py
"""

from pathlib import Path

from kesos.people import Beneficiary, Household
from kesos.programs import PROGRAMS, benefit_owed, load_program, screen

KAKEK_NENEK = load_program(Path(__file__).parent / "programs" / "kakek_nenek_contoh.toml")
HARI = "2024-08-01"

nenek = Beneficiary(sex="female", age=67, elderly=True, pregnant=False, severe_disability=False)
cucu = Beneficiary(sex="male", age=9, schooling="primary", disability=False)
ibu = Beneficiary(sex="female", age=31)
KELUARGA = (
    Household(reference="k-1", members=[nenek, cucu], very_poor=True, categories=[]),
    Household(reference="k-2", members=[nenek, cucu, ibu], very_poor=True, categories=[]),
    Household(reference="k-3", members=[nenek, cucu], members_complete=False, very_poor=True, categories=[]),
)


def main() -> None:
    for keluarga in KELUARGA:
        print(screen(keluarga, on=HARI, programs=(KAKEK_NENEK, *PROGRAMS)))
        print()
    print(benefit_owed(KAKEK_NENEK, families=120, first="2024-10", last="2025-03").explain("id"))


if __name__ == "__main__":
    main()
