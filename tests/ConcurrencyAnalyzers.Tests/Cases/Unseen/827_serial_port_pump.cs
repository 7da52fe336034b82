// The stop flag is a plain bool, so the pump thread may keep it in a register and never see Stop. difficulty: easy
namespace Cases.U827;

public sealed class SerialPortPump
{
    private readonly Func<byte[], int> _read;
    private readonly Action<ReadOnlyMemory<byte>> _publish;
    private Thread? _thread;
    private bool _stopping; // expect: RACE?, SYNC_PRIMITIVE?

    public SerialPortPump(Func<byte[], int> read, Action<ReadOnlyMemory<byte>> publish)
    {
        _read = read;
        _publish = publish;
    }

    public void Start()
    {
        _thread = new Thread(Pump) { IsBackground = true, Name = "serial-pump" };
        _thread.Start();
    }

    public void Stop()
    {
        _stopping = true; // expect: RACE#1
        _thread?.Join();
    }

    private void Pump()
    {
        var buffer = new byte[512];
        while (!_stopping) // expect: RACE#1
        {
            var count = _read(buffer);
            if (count > 0)
            {
                _publish(buffer.AsSpan(0, count).ToArray());
            }
        }
    }
}
