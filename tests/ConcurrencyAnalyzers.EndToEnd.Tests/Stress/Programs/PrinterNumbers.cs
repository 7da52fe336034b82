// CONC1002: an instance lock for a number that all instances share
namespace Stress;

public sealed class PrinterNumbers
{
    private static int s_number;
    private readonly object _gate = new();

    private void Print(int times)
    {
        for (var i = 0; i < times; i++)
        {
            lock (_gate)
            {
                s_number += Window.Open(1);
            }
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        s_number = 0;
        var hall = new PrinterNumbers();
        var lobby = new PrinterNumbers();
        var one = new Thread(() => hall.Print(100_000));
        var two = new Thread(() => lobby.Print(100_000));
        one.Start();
        two.Start();
        one.Join();
        two.Join();
        return s_number == 200_000;
    });
}
