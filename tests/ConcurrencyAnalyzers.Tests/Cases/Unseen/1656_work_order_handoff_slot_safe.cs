// One slot hands work orders from several planners to several machines; both sides wait for their turn. difficulty: medium
namespace Cases.U1656;

public sealed class HandoffSlot<T> where T : class
{
    private readonly object _gate = new();
    private T? _item;
    private bool _closed;

    public void Put(T item)
    {
        Monitor.Enter(_gate);
        try
        {
            while (_item != null)
            {
                Monitor.Wait(_gate);
            }
            _item = item;
            Monitor.PulseAll(_gate);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public T? Take()
    {
        Monitor.Enter(_gate);
        try
        {
            while (_item == null && !_closed)
            {
                Monitor.Wait(_gate);
            }
            var taken = _item;
            _item = null;
            Monitor.PulseAll(_gate);
            return taken;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}

public sealed class WorkOrder(int number)
{
    public int Number { get; } = number;
    public string Machine { get; set; } = "";
    public int Minutes { get; set; }
}

public sealed class Machine(string name, HandoffSlot<WorkOrder> slot)
{
    public int Busy { get; private set; }

    public void Run()
    {
        while (slot.Take() is { } order)
        {
            order.Machine = name;
            order.Minutes += 5;
            Busy += order.Minutes;
        }
    }
}

static class Program
{
    static void Main()
    {
        var slot = new HandoffSlot<WorkOrder>();
        var machines = new[] { new Machine("lathe", slot), new Machine("mill", slot) };
        var shifts = machines.Select(machine => new Thread(machine.Run)).ToList();
        shifts.ForEach(shift => shift.Start());

        Parallel.For(0, 30, number =>
        {
            var order = new WorkOrder(number);
            order.Minutes = number % 4;
            slot.Put(order);
        });
        slot.Close();
        shifts.ForEach(shift => shift.Join());
        Console.WriteLine(machines.Sum(machine => machine.Busy));
    }
}
