// The audit is written in the background while the request goes on changing the same list.
namespace Cases.S054;

public class OrderDesk(Action<string> write)
{
    private readonly List<string> _audit = [];

    public void Place(string order)
    {
        _audit.Add(order);
        _ = Task.Run(() => // expect: MISSING_AWAIT?
        {
            foreach (var line in _audit) // expect: RACE#1
            {
                write(line);
            }
        });
        _audit.Add("placed " + order); // expect: RACE#1
    }
}
