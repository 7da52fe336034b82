// CONC1003: volatile does not make an increment one step
namespace Stress;

public sealed class Bakery
{
    private volatile int _loaves;

    private int Bake()
    {
        var ovens = new Task[3];
        for (var oven = 0; oven < ovens.Length; oven++)
        {
            ovens[oven] = Task.Run(() =>
            {
                for (var i = 0; i < 100_000; i++)
                    _loaves += Window.Open(1);
            });
        }

        Task.WaitAll(ovens);
        return _loaves;
    }

    public static int Run() => Rounds.Play(() => new Bakery().Bake() == 300_000);
}
