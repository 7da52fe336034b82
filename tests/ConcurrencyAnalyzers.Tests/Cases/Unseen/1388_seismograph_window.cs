// Keeps the last samples of a seismograph and hands the current window to the analysis. difficulty: hard
namespace Cabinet.C1388;

public sealed class SeismographWindow(int size)
{
    private readonly Lock _gate = new();
    private readonly float[] _samples = new float[size];
    private int _filled;

    public void Append(float sample)
    {
        lock (_gate)
        {
            if (_filled == _samples.Length)
            {
                Array.Copy(_samples, 1, _samples, 0, _samples.Length - 1);
                _filled--;
            }
            _samples[_filled++] = sample;
        }
    }

    public ReadOnlyMemory<float> Window()
    {
        lock (_gate)
        {
            return _samples.AsMemory(0, _filled); // expect: ESCAPES_LOCK
        }
    }

    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                return _filled == _samples.Length;
            }
        }
    }
}
