using System;
using System.Threading;

namespace Blind.C1141;

public readonly struct Attitude(double roll, double pitch, double yaw)
{
    public double Roll { get; } = roll;
    public double Pitch { get; } = pitch;
    public double Yaw { get; } = yaw;
}

public interface IGyroscope
{
    (double X, double Y, double Z) Rates();
}

public sealed class Gimbal : IDisposable
{
    private readonly IGyroscope _gyro;
    private readonly Thread _integrator;
    private readonly CancellationTokenSource _stop = new();
    private Attitude _attitude;

    public Gimbal(IGyroscope gyro)
    {
        _gyro = gyro;
        _integrator = new Thread(Integrate) { IsBackground = true };
        _integrator.Start();
    }

    // Called by the video overlay for every frame.
    public Attitude Current => _attitude; // expect: NON_ATOMIC#1

    private void Integrate()
    {
        double roll = 0, pitch = 0, yaw = 0;
        const double step = 0.002;
        while (!_stop.Token.WaitHandle.WaitOne(2))
        {
            var (x, y, z) = _gyro.Rates();
            roll += x * step;
            pitch += y * step;
            yaw = Math.IEEERemainder(yaw + z * step, 2 * Math.PI);
            _attitude = new Attitude(roll, pitch, yaw); // expect: NON_ATOMIC#1
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _integrator.Join();
        _stop.Dispose();
    }
}
