using System;
using System.Threading;

namespace Medical.Ultrasound;

public interface ITransducer
{
    int Capture(byte[] target);
}

public sealed class UltrasoundPreview
{
    private readonly ITransducer _transducer;
    private ReadOnlyMemory<byte> _latest;
    private Thread? _capture;
    private volatile bool _frozen;

    public UltrasoundPreview(ITransducer transducer) => _transducer = transducer;

    public void Begin()
    {
        _capture = new Thread(CaptureLoop) { Name = "transducer", IsBackground = true };
        _capture.Start();
    }

    public void Freeze()
    {
        _frozen = true;
        _capture?.Join();
    }

    public int Brightness()
    {
        var image = _latest; // expect: NON_ATOMIC#1
        var sum = 0L;
        foreach (var sample in image.Span)
        {
            sum += sample;
        }
        return image.Length == 0 ? 0 : (int)(sum / image.Length);
    }

    private void CaptureLoop()
    {
        while (!_frozen)
        {
            var samples = new byte[64 * 1024];
            var length = _transducer.Capture(samples);
            _latest = samples.AsMemory(0, length); // expect: NON_ATOMIC#1
        }
    }
}

public static class SonographyDesk
{
    public static void Watch(ITransducer transducer)
    {
        var preview = new UltrasoundPreview(transducer);
        preview.Begin();
        for (var tick = 0; tick < 500; tick++)
        {
            Console.WriteLine(preview.Brightness());
            Thread.Sleep(40);
        }
        preview.Freeze();
    }
}
