namespace Couriers;

public sealed record Shipment(string Code, string Street, int Weight);

public abstract class Depot
{
    private readonly object _gate = new();
    protected readonly Dictionary<string, Shipment> Shipments = [];
    protected int Load;

    public virtual bool Accept(Shipment shipment)
    {
        lock (_gate)
        {
            if (!Shipments.TryAdd(shipment.Code, shipment))
            {
                return false;
            }
            Load += shipment.Weight;
            return true;
        }
    }

    public bool Deliver(string code)
    {
        lock (_gate)
        {
            if (!Shipments.Remove(code, out Shipment? shipment))
            {
                return false;
            }
            Load -= shipment.Weight;
            return true;
        }
    }
}

public sealed class BikeDepot(int maxLoad) : Depot
{
    private readonly object _gate = new();
    private readonly Queue<Shipment> _overflow = new();

    public override bool Accept(Shipment shipment)
    {
        if (shipment.Weight > maxLoad)
        {
            lock (_gate)
            {
                _overflow.Enqueue(shipment);
            }
            return false;
        }
        return base.Accept(shipment);
    }

    public int HandOver(Depot van)
    {
        Shipment[] waiting;
        lock (_gate)
        {
            waiting = _overflow.ToArray();
            _overflow.Clear();
        }
        int moved = 0;
        foreach (Shipment shipment in waiting)
        {
            if (van.Accept(shipment))
            {
                moved++;
            }
        }
        return moved;
    }

    public string[] Route()
    {
        lock (_gate)
        {
            return Shipments.Values // expect: INCONSISTENT_LOCK, RACE?
                .OrderBy(s => s.Street)
                .Select(s => $"{s.Street}: {s.Code}")
                .ToArray();
        }
    }

    public void WriteOff(string code)
    {
        lock (_gate)
        {
            if (Shipments.Remove(code, out Shipment? lost)) // expect: INCONSISTENT_LOCK, RACE?
            {
                Load -= lost.Weight; // expect: INCONSISTENT_LOCK, RACE?, NON_ATOMIC?
            }
        }
    }
}
