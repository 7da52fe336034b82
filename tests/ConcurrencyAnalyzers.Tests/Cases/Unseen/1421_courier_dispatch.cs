// Sends couriers off with an order slip each; every courier rides on a thread of its own. difficulty: medium
namespace Cabinet.C1421;

public sealed class CourierSlip
{
    public string Address { get; set; } = "";

    public int Parcels { get; set; }
}

public sealed class CourierDispatch(Action<string, int> deliver)
{
    private readonly List<Thread> _riding = [];

    public void SendAll(IReadOnlyDictionary<string, int> orders)
    {
        var slip = new CourierSlip();
        foreach (var (address, parcels) in orders)
        {
            slip.Address = address; // expect: RACE#1
            slip.Parcels = parcels; // expect: RACE#1
            var courier = new Thread(Ride);
            courier.Start(slip); // expect: CAPTURE?
            _riding.Add(courier);
        }
        _riding.ForEach(courier => courier.Join());
    }

    private void Ride(object? state)
    {
        var slip = (CourierSlip)state!;
        deliver(slip.Address, slip.Parcels); // expect: RACE#1
    }
}
