// A tariff index built on first use, used from a parallel pricing run.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Cases.U575;

public sealed record TariffRow(string Code, decimal Rate);

public sealed record Shipment(string Id, string TariffCode, decimal Value);

public sealed class TariffIndex
{
    private readonly object _gate = new();
    private readonly string _path;
    private Dictionary<string, TariffRow>? _byCode;

    public TariffIndex(string path) => _path = path;

    public decimal RateFor(string code) =>
        Rows().TryGetValue(code, out var row) ? row.Rate : 0m;

    private Dictionary<string, TariffRow> Rows()
    {
        if (_byCode == null) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                if (_byCode == null)
                {
                    _byCode = new Dictionary<string, TariffRow>(StringComparer.Ordinal); // expect: LAZY_INIT#1
                    foreach (var line in File.ReadLines(_path))
                    {
                        var row = Parse(line);
                        _byCode[row.Code] = row; // expect: LAZY_INIT?
                    }
                }
            }
        }

        return _byCode; // expect: LAZY_INIT?
    }

    private static TariffRow Parse(string line)
    {
        var parts = line.Split(';');
        return new TariffRow(parts[0], decimal.Parse(parts[1]));
    }
}

public sealed class DutyCalculator
{
    private readonly TariffIndex _tariffs;

    public DutyCalculator(TariffIndex tariffs) => _tariffs = tariffs;

    public IReadOnlyDictionary<string, decimal> Price(IReadOnlyList<Shipment> shipments)
    {
        var duties = new ConcurrentDictionary<string, decimal>();
        Parallel.ForEach(shipments, shipment =>
        {
            duties[shipment.Id] = shipment.Value * _tariffs.RateFor(shipment.TariffCode);
        });
        return duties;
    }
}
