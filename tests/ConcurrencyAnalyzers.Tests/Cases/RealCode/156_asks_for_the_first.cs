using System;

namespace Cases.R156;

class Workshop(Func<string, object> hire)
{
    private readonly object _gate = new();
    private object? _joiner;
    private object? _painter;

    public (object? Joiner, object? Painter) Crew()
    {
        if (_joiner is not null)
        {
            return (_joiner, _painter);
        }

        lock (_gate)
        {
            if (_joiner is null)
            {
                _joiner = hire("joiner"); // expect: LAZY_INIT
                _painter = hire("painter");
            }

            return (_joiner, _painter);
        }
    }
}
