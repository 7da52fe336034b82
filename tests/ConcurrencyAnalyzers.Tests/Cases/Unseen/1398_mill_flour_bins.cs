// Flour is poured into the bins of a mill and drawn from them; pourers and drawers do not hinder each other. difficulty: medium
namespace Cabinet.C1398;

public sealed class FlourBins
{
    private readonly object _pouring = new();
    private readonly object _drawing = new();
    private readonly Dictionary<string, int> _kilos = [];

    public void Pour(string grain, int kilos)
    {
        lock (_pouring)
        {
            int before = _kilos.GetValueOrDefault(grain); // expect: INCONSISTENT_LOCK#1, RACE?
            _kilos[grain] = before + kilos; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public bool TryDraw(string grain, int kilos)
    {
        lock (_drawing)
        {
            int before = _kilos.GetValueOrDefault(grain); // expect: INCONSISTENT_LOCK#1, RACE?
            if (before < kilos)
            {
                return false;
            }
            _kilos[grain] = before - kilos; // expect: INCONSISTENT_LOCK#1, RACE?
            return true;
        }
    }
}
