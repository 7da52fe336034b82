namespace Cases.L1081;

public sealed class CargoManifest
{
    private readonly object _loadGate = new();
    private readonly object _reportGate = new();
    private readonly Dictionary<string, int> _kilosByHold = new();
    private readonly List<string> _printed = new();
    private int _total;

    public void Load(string hold, int kilos)
    {
        lock (_loadGate)
        {
            _kilosByHold.TryGetValue(hold, out int before);
            _kilosByHold[hold] = before + kilos;
            _total += kilos;
        }
    }

    public bool Unload(string hold, int kilos)
    {
        lock (_loadGate)
        {
            if (!_kilosByHold.TryGetValue(hold, out int before) || before < kilos)
            {
                return false;
            }
            if (before == kilos)
            {
                _kilosByHold.Remove(hold);
            }
            else
            {
                _kilosByHold[hold] = before - kilos;
            }
            _total -= kilos;
            return true;
        }
    }

    public string Print()
    {
        lock (_reportGate)
        {
            var lines = new List<string>();
            foreach (var (hold, kilos) in _kilosByHold) // expect: INCONSISTENT_LOCK, RACE?
            {
                lines.Add($"{hold,-8}{kilos,8}");
            }
            lines.Add($"{"total",-8}{_total,8}"); // expect: INCONSISTENT_LOCK, RACE?
            string text = string.Join(Environment.NewLine, lines);
            _printed.Add(text);
            return text;
        }
    }

    public string? LastPrinted()
    {
        lock (_reportGate)
        {
            return _printed.Count == 0 ? null : _printed[^1];
        }
    }
}
