// Until it is right; or one attempt is enough, for a constant says that there has been one.
using System.Collections.Immutable;

namespace Cases.A513;

public sealed class DepthGauge
{
    private int _deepest;
    private int _state;
    private ImmutableList<int> _marks = ImmutableList<int>.Empty;

    public void Sample(int depth)
    {
        int deepest;
        while (depth > (deepest = Volatile.Read(ref _deepest)))
            Interlocked.CompareExchange(ref _deepest, depth, deepest);
    }

    public void SampleAgain(int depth)
    {
        for (var deepest = Volatile.Read(ref _deepest); depth > deepest;)
        {
            var found = Interlocked.CompareExchange(ref _deepest, depth, deepest);
            if (found == deepest)
                return;
            deepest = found;
        }
    }

    public void Begin() => Interlocked.CompareExchange(ref _state, 1, 0);

    public void Mark(int depth) => ImmutableInterlocked.Update(ref _marks, static (marks, mark) => marks.Add(mark), depth);

    public void MarkAgain(int depth)
    {
        ImmutableList<int> before;
        do
        {
            before = _marks;
        }
        while (Interlocked.CompareExchange(ref _marks, before.Add(depth), before) != before);
    }
}
