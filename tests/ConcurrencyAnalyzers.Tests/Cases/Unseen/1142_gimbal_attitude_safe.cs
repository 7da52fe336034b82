using System;
using System.Threading;

namespace Blind.C1142;

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
    private int _version;
    private double _roll, _pitch, _yaw;

    public Gimbal(IGyroscope gyro)
    {
        _gyro = gyro;
        _integrator = new Thread(Integrate) { IsBackground = true };
        _integrator.Start();
    }

    // Called by the video overlay for every frame.
    public Attitude Current
    {
        get
        {
            var spin = new SpinWait();
            while (true)
            {
                var before = Volatile.Read(ref _version);
                if ((before & 1) == 0)
                {
                    var roll = Volatile.Read(ref _roll);
                    var pitch = Volatile.Read(ref _pitch);
                    var yaw = Volatile.Read(ref _yaw);
                    if (Volatile.Read(ref _version) == before)
                        return new Attitude(roll, pitch, yaw);
                }
                spin.SpinOnce();
            }
        }
    }

    // Odd while the integrator thread is writing.
    private void Publish(double roll, double pitch, double yaw)
    {
        Interlocked.Increment(ref _version);
        Volatile.Write(ref _roll, roll);
        Volatile.Write(ref _pitch, pitch);
        Volatile.Write(ref _yaw, yaw);
        Interlocked.Increment(ref _version);
    }

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
            Publish(roll, pitch, yaw);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _integrator.Join();
        _stop.Dispose();
    }
}
