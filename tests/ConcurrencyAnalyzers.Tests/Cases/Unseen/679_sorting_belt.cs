// Putting and taking each have a lock, but not the same one, so the plain queue is changed by two threads at once. difficulty: medium
namespace Cases.U679;

public sealed record Letter(string Address, int Grams);

public sealed class SortingBelt
{
    private readonly object _putGate = new();
    private readonly object _takeGate = new();
    private readonly Queue<Letter> _letters = new();
    private int _accepted;
    private int _taken;

    public void Put(Letter letter)
    {
        lock (_putGate)
        {
            _letters.Enqueue(letter); // expect: INCONSISTENT_LOCK#1, RACE?
            _accepted++;
        }
    }

    public bool TryTake(out Letter? letter)
    {
        lock (_takeGate)
        {
            if (!_letters.TryDequeue(out letter)) // expect: INCONSISTENT_LOCK#1, RACE?
            {
                return false;
            }
            _taken++;
            return true;
        }
    }

    public (int Accepted, int Taken) Totals()
    {
        lock (_putGate)
        {
            lock (_takeGate)
            {
                return (_accepted, _taken);
            }
        }
    }
}

public static class SortingShift
{
    public static async Task<int> WorkAsync(SortingBelt belt, IReadOnlyList<Letter> incoming)
    {
        var putting = Task.Run(() =>
        {
            foreach (var letter in incoming)
            {
                belt.Put(letter);
            }
        });

        var taking = Task.Run(async () =>
        {
            int grams = 0;
            int taken = 0;
            while (taken < incoming.Count)
            {
                if (belt.TryTake(out var letter))
                {
                    grams += letter!.Grams;
                    taken++;
                }
                else
                {
                    await Task.Delay(1).ConfigureAwait(false);
                }
            }
            return grams;
        });

        await Task.WhenAll(putting, taking).ConfigureAwait(false);
        return await taking.ConfigureAwait(false);
    }
}
