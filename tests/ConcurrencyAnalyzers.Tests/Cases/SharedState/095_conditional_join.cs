// The join happens only for impatient callers.
namespace Cases.S095;

public sealed class Renderer
{
    private int _tiles;

    public int Render(int tiles, bool wait)
    {
        var thread = new Thread(() =>
        {
            for (int i = 0; i < tiles; i++)
            {
                _tiles++; // expect: RACE#1
            }
        });
        thread.Start(); // expect: MISSING_JOIN?
        if (wait)
        {
            thread.Join();
        }

        return _tiles; // expect: RACE#1
    }
}
