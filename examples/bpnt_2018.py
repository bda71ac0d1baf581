"""BPNT 2018 di Kotawaringin Barat: kuota, kartu, dan penyaluran, dibandingkan sejauh laporan memuatnya.

Laporan itu tidak menjelaskan selisihnya; program ini juga tidak. Jalankan: python examples/bpnt_2018.py
"""

from kesos import Citation, Quantity, datasets
from kesos.cards import CardDistribution
from kesos.quotas import Disbursement, apportion, benefit_per_month, check_disbursement
from kesos.wording import format_number

LAPORAN = datasets.kotawaringin_barat()


def angka(kode: str) -> Quantity:
    """Angka yang tercetak dalam laporan."""
    nilai = LAPORAN.figure(kode).value
    assert isinstance(nilai, Quantity)
    return nilai


def sumber(kode: str) -> Citation:
    """Tempat angka itu tercetak."""
    tempat = LAPORAN.figure(kode).source
    assert isinstance(tempat, Citation)
    return tempat


def baris(wilayah: str, keluarga: int, kartu: int) -> str:
    """Satu baris per wilayah, dengan angka sebagaimana lazimnya tercetak."""
    return f"{wilayah:<20} {format_number(keluarga):>6} KK {format_number(kartu):>6} kartu"


def main() -> None:
    kuota = next(kuota for kuota in LAPORAN.quotas if kuota.program.code == "BPNT")
    kartu = CardDistribution(
        total=angka("cards_total").amount,
        distributed=angka("cards_distributed").amount,
        undistributed=angka("cards_not_distributed").amount,
        unprinted=angka("cards_not_printed").amount,
        source=sumber("cards_total"),
    )
    print(kartu)

    print("\nKuota per kecamatan, dan kartu yang terbagi menurut kuota (usulan hitungan, bukan angka laporan)")
    bagian = {wilayah: keluarga for wilayah, keluarga in kuota.sub_areas if keluarga is not None}
    usulan = apportion(kartu.distributed or 0, bagian, method="largest_remainder")
    for wilayah, keluarga in bagian.items():
        print(baris(wilayah, keluarga, usulan[wilayah]))
    print(baris("Jumlah", sum(bagian.values()), sum(usulan.values())))

    penyaluran = Disbursement(
        program="BPNT",
        area=kuota.area,
        period=LAPORAN.figure("bpnt_paid_months").value,
        amount=angka("bpnt_paid"),
        families=kartu.distributed,
        channel="PT. Bank Mandiri",
        agents=angka("bpnt_outlets").amount,
        source=sumber("bpnt_paid"),
    )
    print()
    print(check_disbursement(penyaluran))
    print(f"Tiap agen ({penyaluran.agents}): {penyaluran.per_agent}")

    per_bulan = benefit_per_month(kuota, months=12)
    print(
        f"\nAnggaran dibagi kuota dan 12 bulan: {per_bulan}; naskahnya menyebut {angka('bpnt_benefit')} tiap keluarga."
    )


if __name__ == "__main__":
    main()
