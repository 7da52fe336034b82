// The plain subtraction runs after every truck is back.
namespace Cases.S019;

public class Quarry
{
    private long _tons;

    public long Work(int trucks, Action foremanBreak)
    {
        var crew = new List<Task>();
        for (int i = 0; i < trucks; i++)
        {
            crew.Add(Task.Run(() => Interlocked.Add(ref _tons, 12)));
        }

        foremanBreak();
        Task.WaitAll([.. crew]);
        _tons -= 5;
        return _tons;
    }
}
