// The trucks add atomically, the foreman subtracts with a plain operation at the same time.
namespace Cases.S018;

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
        _tons -= 5; // expect: NON_ATOMIC
        Task.WaitAll([.. crew]);
        return Interlocked.Read(ref _tons);
    }
}
