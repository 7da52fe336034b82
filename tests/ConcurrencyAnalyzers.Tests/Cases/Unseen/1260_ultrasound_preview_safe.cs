using System;
using System.Threading;

namespace Medical.Endoscopy;

public interface IScopeTip
{
    int Capture(byte[] target);
}

public sealed class EndoscopePreview
{
    private sealed class Still
    {
        public Still(ReadOnlyMemory<byte> pixels) => Pixels = pixels;

        public ReadOnlyMemory<byte> Pixels { get; }
    }

    private readonly IScopeTip _tip;
    private volatile Still? _latest;
    private Thread? _capture;
    private volatile bool _frozen;

    public EndoscopePreview(IScopeTip tip) => _tip = tip;

    public void Begin()
    {
        _capture = new Thread(CaptureLoop) { Name = "scope tip", IsBackground = true };
        _capture.Start();
    }

    public void Freeze()
    {
        _frozen = true;
        _capture?.Join();
    }

    public int Brightness()
    {
        var image = _latest?.Pixels ?? default;
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
            var length = _tip.Capture(samples);
            _latest = new Still(samples.AsMemory(0, length));
        }
    }
}

public static class EndoscopyDesk
{
    public static void Watch(IScopeTip tip)
    {
        var preview = new EndoscopePreview(tip);
        preview.Begin();
        for (var tick = 0; tick < 500; tick++)
        {
            Console.WriteLine(preview.Brightness());
            Thread.Sleep(40);
        }
        preview.Freeze();
    }
}
