"""Sepuluh rumah tangga rekaan: siapa yang menurut naskah program termasuk sasaran, dan mengapa.

Semua nama dan tanggal lahir di bawah ini dikarang. Jalankan: python examples/who_is_eligible.py
"""

from kesos.people import Beneficiary, Household
from kesos.programs import Program, eligibility

HARI = "2017-06-01"

ibu_hamil = Beneficiary(name="Ibu A", sex="female", birth_date="1990-05-01", pregnant=True)
ayah = Beneficiary(name="Bapak A", sex="male", birth_date="1988-02-14", basic_education_finished=True)
balita = Beneficiary(name="Anak B", sex="female", birth_date="2012-06-02")
belum_sekolah = Beneficiary(name="Anak A", sex="male", birth_date="2011-11-20", schooling="none")
putus_sekolah = Beneficiary(
    name="Anak C", sex="male", birth_date="2000-07-01", schooling="none", basic_education_finished=False
)
murid_sd = Beneficiary(name="Anak D", sex="female", birth_date="2008-03-01", schooling="primary")
lulus_smp = Beneficiary(
    name="Anak E", sex="male", birth_date="2000-09-09", schooling="senior", basic_education_finished=True
)
anak_enam_tahun_di_sd = Beneficiary(name="Anak F", sex="male", birth_date="2011-02-03", schooling="primary")
perempuan = Beneficiary(name="Ibu G", sex="female", birth_date="1985-08-17")
lansia = Beneficiary(name="Kakek H", sex="male", birth_date="1940-01-01", elderly=True)
disabilitas_berat = Beneficiary(name="Saudara I", sex="male", age=33, disability=True, severe_disability=True)

RUMAH_TANGGA = (
    (Program.PKH, Household(reference="rt-01", members=[ayah, ibu_hamil, belum_sekolah], very_poor=True)),
    (Program.PKH, Household(reference="rt-02", members=[ayah, balita, murid_sd], very_poor=True)),
    (Program.PKH, Household(reference="rt-03", members=[ayah, putus_sekolah], very_poor=True)),
    (Program.PKH, Household(reference="rt-04", members=[ayah, lulus_smp], very_poor=True)),
    (Program.PKH, Household(reference="rt-05", members=[ayah, anak_enam_tahun_di_sd], very_poor=True)),
    (Program.PKH, Household(reference="rt-06", members=[ibu_hamil], very_poor=False)),
    (Program.PKH, Household(reference="rt-07", members=[ayah, perempuan])),
    (Program.ASLUT, Household(reference="rt-08", members=[lansia], poor=True)),
    (Program.ASPDB, Household(reference="rt-09", members=[disabilitas_berat])),
    (
        Program.KUBE_COASTAL,
        Household(reference="rt-10", categories=["fakir miskin"], livelihood="insufficient", setting="coastal"),
    ),
)


def main() -> None:
    for program, rumah_tangga in RUMAH_TANGGA:
        print(eligibility(program, rumah_tangga, on=HARI).explain("id"))
        print()


if __name__ == "__main__":
    main()
