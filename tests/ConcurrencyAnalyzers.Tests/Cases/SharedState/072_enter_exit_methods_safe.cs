// The lock is taken and given back by two methods.
namespace Cases.S072;

public sealed class Turntable
{
    private readonly object _arm = new();
    private int _plays;
    private string _record = "";

    public void Play(string record)
    {
        Enter();
        try
        {
            _record = record;
            _plays++;
        }
        finally
        {
            Exit();
        }
    }

    public string Evening(string[] records)
    {
        Parallel.ForEach(records, Play);
        Enter();
        try
        {
            return $"{_record} {_plays}";
        }
        finally
        {
            Exit();
        }
    }

    private void Enter() => Monitor.Enter(_arm);

    private void Exit() => Monitor.Exit(_arm);
}
