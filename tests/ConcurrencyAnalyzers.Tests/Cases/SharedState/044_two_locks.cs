// Both sides lock, but not the same object.
namespace Cases.S044;

public sealed class WarehouseStock
{
    private readonly object _inLock = new();
    private readonly object _outLock = new();
    private int _pallets;

    public int Turnover(int arrivals, int departures)
    {
        var unload = new Thread(() =>
        {
            for (int i = 0; i < arrivals; i++)
            {
                lock (_inLock)
                {
                    _pallets++; // expect: RACE#1
                }
            }
        });
        var load = new Thread(() =>
        {
            for (int i = 0; i < departures; i++)
            {
                lock (_outLock)
                {
                    _pallets--; // expect: RACE#1
                }
            }
        });
        unload.Start();
        load.Start();
        unload.Join();
        load.Join();
        return _pallets;
    }
}
