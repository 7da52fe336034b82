// The background work has its own copy of the list.
namespace Cases.S055;

public class OrderDesk(Action<string> write)
{
    private readonly List<string> _audit = [];

    public void Place(string order)
    {
        _audit.Add(order);
        string[] lines = [.. _audit];
        _ = Task.Run(() => // expect: MISSING_AWAIT?
        {
            foreach (var line in lines)
            {
                write(line);
            }
        });
        _audit.Add("placed " + order);
    }
}
