// The loop replaces the wind again and again for others to read; three doubles are not read in one step.
namespace Cases.SharedState.S151;

public readonly record struct Wind(double Speed, double Direction, double Gusts);

public sealed class Anemometer(Func<CancellationToken, Task<Wind>> measure)
{
    private Wind _wind;

    public double Gusts => _wind.Gusts; // expect: NON_ATOMIC?

    public Wind Current => _wind; // expect: NON_ATOMIC#1

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _wind = await measure(stop); // expect: NON_ATOMIC#1
        }
    }
}
