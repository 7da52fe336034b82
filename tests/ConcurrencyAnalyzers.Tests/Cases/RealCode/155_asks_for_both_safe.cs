using System;

namespace Cases.R155;

// The way around the lock is taken only where both are there: the order in which they are stored does not matter.
class Workshop(Func<string, object> hire)
{
    private readonly object _gate = new();
    private object? _joiner;
    private object? _painter;

    public (object Joiner, object Painter) Crew()
    {
        if (_joiner is not null && _painter is not null)
        {
            return (_joiner, _painter);
        }

        lock (_gate)
        {
            if (_joiner is null || _painter is null)
            {
                _joiner = hire("joiner");
                _painter = hire("painter");
            }

            return (_joiner, _painter);
        }
    }
}
