// Stage hands of a magic show check props in and out under a lock that is only held for a few instructions. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1480;

public readonly record struct PropUse(string Prop, string Act);

public sealed class PropTable
{
    private readonly Dictionary<string, string> _actOfProp = new();
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private int _refused;

    public bool TryTake(PropUse use)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            if (_actOfProp.TryAdd(use.Prop, use.Act))
            {
                return true;
            }
            _refused++;
            return false;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }

    public void GiveBack(PropUse use)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            if (_actOfProp.TryGetValue(use.Prop, out var act) && act == use.Act)
            {
                _actOfProp.Remove(use.Prop);
            }
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }

    public int Refused()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            return _refused;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }
}

public sealed class MagicShow
{
    private readonly PropTable _props = new();

    public int Rehearse(IReadOnlyDictionary<string, string[]> propsOfAct, Action<string, string> perform)
    {
        Parallel.ForEach(propsOfAct, act =>
        {
            foreach (var use in act.Value.Select(prop => new PropUse(prop, act.Key)))
            {
                if (_props.TryTake(use))
                {
                    try
                    {
                        perform(use.Act, use.Prop);
                    }
                    finally
                    {
                        _props.GiveBack(use);
                    }
                }
            }
        });
        return _props.Refused();
    }
}
