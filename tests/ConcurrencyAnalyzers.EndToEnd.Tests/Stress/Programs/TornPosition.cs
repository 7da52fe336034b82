// CONC1003: a struct of three numbers is read while it is half written
namespace Stress;

public static class TornPosition
{
    private readonly record struct Position(long X, long Y, long Z);

    private static Position s_place;

    public static int Run() => Rounds.Play(() =>
    {
        var moving = Task.Run(() =>
        {
            for (long i = 0; i < 2_000_000; i++)
                s_place = new Position(i, i, i);
        });
        var right = true;
        while (!moving.IsCompleted)
        {
            var place = s_place;
            right &= place.X == place.Y && place.Y == place.Z;
        }

        moving.Wait();
        return right;
    });
}
