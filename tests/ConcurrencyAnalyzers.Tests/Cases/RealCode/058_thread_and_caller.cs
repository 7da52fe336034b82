// The nearest wrong one: the thread works in either case.
namespace Cases.R058;

public sealed class Server
{
    private Thread? _thread;
    private bool _isManual;
    private int _turns;

    public void Start(bool isManual)
    {
        _isManual = isManual;
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Update()
    {
        if (!_isManual)
            return;
        _turns++; // expect: RACE
    }

    private void Run()
    {
        for (; ; )
            _turns += 2; // expect: RACE
    }
}
