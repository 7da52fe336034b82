// The counter is changed after the lock has been given back.
namespace Cases.S073;

public sealed class Turntable
{
    private readonly object _arm = new();
    private int _plays;
    private string _record = "";

    public void Play(string record)
    {
        Monitor.Enter(_arm);
        _record = record;
        Monitor.Exit(_arm);
        _plays++; // expect: RACE
    }

    public string Evening(string[] records)
    {
        Parallel.ForEach(records, Play);
        lock (_arm)
        {
            return $"{_record} {_plays}";
        }
    }
}
