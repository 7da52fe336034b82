// The counter is changed through a ref parameter.
namespace Cases.S079;

public class Turnstile
{
    private int _north;

    public int Open(int people)
    {
        var a = new Thread(() => Pass(ref _north, people)); // expect: RACE#1
        var b = new Thread(() => Pass(ref _north, people)); // expect: RACE#1
        a.Start();
        b.Start();
        a.Join();
        b.Join();
        return _north;
    }

    private static void Pass(ref int counter, int people)
    {
        for (int i = 0; i < people; i++)
        {
            counter++; // expect: RACE#1
        }
    }
}
